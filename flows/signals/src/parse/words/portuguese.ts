import type { Vocabulary } from './concept.ts';

export const portuguese: Vocabulary = {
  buy: 'comprar|comprem|compra|compre|comprando|comprado agora|na compra|compramos agora|comprado|comprados',
  sell: 'venda|vender|vendam|vende|vendendo|na venda|vendemos agora|vendido agora|vendido|vendidos',
  bullish: 'altista|de alta',
  bearish: 'baixista|de baixa',
  limit: 'limite|limitada|pendente|ordem pendente',
  stopLoss: 'perda|parar perda|stop de perda|perda máxima|limite de perda|stop no',
  takeProfit:
    'alvo|alvos|objetivo|objetivos|realização|realizar lucro em|realização de lucro|lucro alvo|saída|saídas|meta|metas|tomar lucro|toma lucro|1º alvo|preço alvo|primeiro alvo|segundo alvo|terceiro alvo|parcial em|alvo final',
  entry:
    'entrada|entradas|entrar|entre em|preço de entrada|zona de entrada|zona de compra|zona de venda|faixa de entrada|faixa|região de compra|região de venda|região|zona|preço|ponto de entrada|entramos|comprar entre|vender entre|área de compra|área de venda|abertura|entrar em',
  market:
    'agora|já|a mercado|mercado|no mercado|preço atual|preço de mercado|imediatamente|imediata|agora mesmo|valor atual',
  dca: 'preço médio|recompra|aporte|médio em',
  more: 'segunda entrada|mais uma entrada|mais compra|mais venda',
  open: 'aberto|deixar correr|livre|em aberto',
  leverage: 'alavancagem|alav',
  risk: 'risco|risco por operação|banca|da banca|mão',
  lot: 'lote|lotes|volume',
  pips: 'pontos|ponto|pts',
  number: 'sinal nº|sinal número|número|taxa de acerto|assertividade|risco retorno|risco/retorno',
  direction: 'direção|tipo|operação|posição|lado|ordem|tipo de ordem',
  pair: 'par|moeda|ativo|símbolo|paridade|criptomoeda|cripto',
  to: 'até|ate|a|e|à|em seguida|para|pra|pro',
  between: 'entre|de|na faixa de',
  at: 'em|no|na|é|nos',
  candle: 'vela|candle|fechamento|fechamento abaixo|fechamento acima|fechar abaixo|fechar acima',
  above: 'acima|acima de',
  below: 'abaixo|abaixo de',
  or: 'ou',
  update: 'atualização|atualizacao|correção|correcao|lembrete|atenção|gestão|ajuste|modificação',
  hit: 'atingido|atingida|atingidos|atingiu|batido|batida|batidos|bateu|alcançado|alcançada|alcançou|alcançados|pego|pegou|concluído|feito|no bolso|realizado|realizada|batemos|buscou|garantido|pago|tocou|bateram',
  close:
    'fechar|fechem|feche|fecha|fechamos agora|encerrar|encerrem|encerre|encerra|encerramos agora|sair|saiam|saia|fechar tudo|fechem tudo|fechar a operação|encerrar operação|zerar|zerem|zere|realizar lucro|realizem lucro|realizem o lucro|realizem|embolsar|coloquem no bolso|sair da operação|saiam da operação|cortar o prejuízo|vamos fechar|vamos encerrar|fechando|encerrando|zerando',
  closed:
    'fechado|fechada|fechados|fechamos|encerrado|encerrada|encerramos|encerrados|fechou|fechei|operação encerrada|zerado|zeramos|saímos|saí no|saí em|zerei|saí do',
  move: 'mover|movam|mova|move o|movemos|colocar|coloquem|coloque|coloca|subir|subam|suba|sobe o|descer|desçam|baixar|baixem|ajustar|ajustem|ajuste|ajusta|alterar|alterem|altere|mudar|mudem|mude|trazer|tragam|levar|levem|passar|passem|puxar|puxem|puxe|arrastar|arrastem|posicionar|trocar|movido|alterado|ajustado|colocamos|baixamos|movido para',
  breakeven:
    'zero a zero|0x0|0 a 0|0 x 0|sem risco|livre de risco|break even|breakeven|be|na entrada|para a entrada|preço de entrada be|ponto de equilíbrio|empate|no zero',
  cancel:
    'cancelar|cancelem|cancele|cancelado|cancelada|cancela|cancelamos|excluir|excluam|exclua|apagar|apaguem|deletar|deletem|remover|removam|remova|ignorar|ignorem|ignore|descartar|descartem|anular|não é mais válido|não é mais válida|sinal cancelado|invalidado|invalidada|inválido|não vale mais|retirem|apagar|pode apagar|esqueçam|esqueça|expirado|vencido|tirem a ordem',
  part: 'parcial|parciais|parcialmente|uma parte|parte|um pouco|um terço|terço',
  half: 'metade|a metade|meia',
  all: 'tudo|todas|todos|total|totalmente|restante|o resto|resto|ambas',
  newLevel: 'novo|nova|novos|passa para|alterado para|muda para',
  ordinal: 'primeiro|primeira|segundo|segunda|terceiro|terceira|quarto|último|ultimo|última|1º|2º|3º',
  secure: 'garantir|garantam|garanta|proteger|protejam|proteja|travar lucro|assegurar',
  stoppedOut:
    'stop atingido|bateu stop|bateu no stop|stopado|stopada|stopou|fomos stopados|stop batido|tomamos stop|tomou stop|stop acionado|stopados|stop cheio',
  result:
    'lucro|lucros|no lucro|em lucro|ganho|ganhos|resultado|resultados|resumo|prejuízo|rentabilidade|parabéns|parabens|correndo|no positivo|positivo|semanal|mensal|green|greens|red|reds|loss|win|acertos|saldo|placar|voando|caminhando|fechamos o dia|faturamos|vencedor|vencedora|até agora|do mês',
  past: 'comprei|vendi|vendemos|compramos|compraram|venderam|comprou|vendeu|ontem|semana passada|mês passado|anterior|antes|entrei|estava|foi|foram|hoje cedo|hoje de manhã|passada|passado|fechou ontem|demos|enviamos|mandamos|postamos|tivemos|havia|atrás|deu|postou|postaram|publicou|enviado|enviada|quebrou|recebeu|terminou|acabou|aconteceu|velha|velho|antiga|antigo',
  hypothetical:
    'poderia|poderíamos|poderiam|talvez|deveria|seria|possível|possíveis|provável|provavelmente|esperando|esperar|esperamos|aguardar|aguardando|aguardem|aguardo|observando|potencial|cenário|cenários|caso|gostaria|acho|considerar|planejamos|pode|podem|podemos|vamos|quero|queremos|de olho|monitorando|buscando|procurando|interessante|previsão|compraria|venderia|acredito|vou|iremos|irei|estou pensando|se romper|se o|se a|se o preço|se passar|se fechar|se cair|se subir|se bater|se voltar|se ficar|se tocar|se perder|se segurar|se chegar|se abrir|se der|se vier|se eu',
  condition: 'depois de|após|apos|quando|assim que|ao atingir|ao bater|ao chegar|antes de|toda vez',
  prepare:
    'preparem-se|preparem se|prepare-se|prepare se|preparem|fiquem atentos|fiquem ligados|em breve|em instantes|daqui a pouco|vem aí|em minutos|amanhã|hoje à noite|mais tarde|próxima semana|já já|logo mais|se preparem|preparados|semana que vem',
  not: 'não|nao|nunca|sem|evitem|evitar|nem|jamais|nada|nenhum|nenhuma|quase',
  asking:
    'alguém|alguem|quem|qual|quais|por que|porque|como|quanto|quantos|devo|posso|pergunta|o que|onde|será que|alguma|dá tempo|ainda dá|ainda posso|dúvida|quando|opiniões|opinião',
  example:
    'exemplo|por exemplo|tutorial|aula|curso|aprender|aprenda|guia|regra|regras|significa|explicação|iniciantes|psicologia|erro|erros|didático|lição|conceito|é quando|dicionário|mau sinal|sinal ruim|demo|lição de casa|dever de casa|tarefa|print|simulação|glossário|modelo|exercício|charada|sinal de teste|mensagem de teste|sempre fechamos|sempre movemos',
  self: 'eu|meu|minha|estou|tenho',
  talk: 'notícias|noticia|notícia|análise|dados|inflação|banco central|copom|selic|fed|juros|analistas|investidores|mercados|sessão|entre no grupo|assine|assinatura|desconto|oferta|promoção|vip|premium|vitalício|contato|chama no|depósito|deposite|saque|sacar|bônus|corretora|conta|depoimento|enquete|votação|calendário|evento|sorteio|resistência|suporte|volatilidade|ações|bolsa|onça|barril|desemprego|pib|consolidação|lateral|estrutura|divergência|gráfico|perspectiva|vagas|petróleo bruto|payroll|tendência de alta|tendência de baixa|acionada|caíram|ativada|disparou|há|ativado|subiram|avançou|despencou|rejeitou|caiu|subiu|recuou',
  plain:
    'curto prazo|longo prazo|médio prazo|a longo|compra e venda|compra ou venda|comprar ou vender|compra/venda|compradores|vendedores|comprador|vendedor|força compradora|força vendedora|pressão vendedora|pressão compradora|ordens de compra|ordens de venda|poder de compra|mercado de|o mercado|mercado financeiro|os mercados|no mercado de|mercado abriu|entrada gratuita|entrada grátis|fechamento do mercado|fechamento semanal|fechamento do dia|já que|já está|já estamos|já temos|já foi|preço do|o preço|preços|preço da|ao vivo|gestão de risco|gerenciamento de risco|alto risco|baixo risco|aviso de risco|parte do|fazer parte|de tudo|sobre tudo|todo o|meta do|sua meta|primeira vez|de venda e|de compra e|à venda|a venda de|em alta|em baixa|se inscreva|se cadastre|não perca|bom dia|boa tarde|boa noite|não é recomendação|vamos nessa|vamos começar|vamos com|bora nessa',
  hold: 'segurar|segurem|segura|manter|mantenham|mantém|seguimos com|continuem',
  stays: 'continua|continuam|segue em|permanece|sem alteração|inalterado|mantido',
  disclaimed:
    'não é sinal|não é um sinal|só um exemplo|apenas um exemplo|é um exemplo|como ler|posições abertas|operações abertas|histórico|recomenda|recomendou|segundo o|perdemos essa|teria dado|teria sido|teriam sido|outro canal|esse canal|golpe|operações de hoje|plano pessoal|tarde demais|meu aluno|minha aluna|regras do canal|adivinhem|adivinha|não é nosso|não é nossa|só de lembrança|se tivéssemos|tivéssemos',
  introduced: 'aqui está|aqui vai|novo sinal|nova operação|próxima operação|primeira operação|próximo sinal',
  missed: 'sem a gente|sem nós|enquanto dormíamos|enquanto você dormia|foi isso que|isso foi o que',
  from: 'a partir de',
  takePart:
    'realizar parcial|realizem parcial|fazer parcial|façam parcial|faz parcial|parcial feita|tirar parcial|embolsem|garantir um pouco|realizar',
  takeHalf: 'metade fora|tirem metade|tirar metade',
  except: 'exceto|menos o|menos a|tudo menos',
};
