import type { Vocabulary } from './concept.ts';

export const spanish: Vocabulary = {
  buy: 'compra|comprar|compre|compren|compramos|compras|comprando|largo|largos|en largo|entrar en largo|abrir largo|al alza',
  sell: 'venta|vender|venda|vendan|vendemos|ventas|vendiendo|corto|cortos|en corto|entrar en corto|abrir corto|a la baja',
  bullish: 'alcista|alcistas',
  bearish: 'bajista|bajistas',
  limit: 'límite|limite|limitada|limitado|pendiente|orden pendiente|pendientes',
  stopLoss:
    'pérdida máxima|stop de pérdidas|stop de pérdida|parar pérdidas|límite de pérdida|freno|detener pérdidas|corte de pérdidas|stop perdida|stop perdidas|el stop|nuestro stop|proteger en',
  takeProfit:
    'objetivo|objetivos|toma de ganancias|toma de beneficios|tomar ganancias|tomar beneficios|toma ganancias|toma beneficios|toma de ganancia|beneficio|meta|metas|salida|salidas|precio objetivo|recoger beneficios|take profi',
  entry:
    'entrada|entradas|entrar|entre en|precio de entrada|zona de entrada|zona de compra|zona de venta|punto de entrada|rango de entrada|zona|precio|rango|entramos|comprar entre|vender entre|área de compra|área de venta|apertura',
  market:
    'ahora|ya|ahora mismo|a mercado|mercado|al mercado|precio actual|precio de mercado|inmediatamente|de inmediato|en este momento|inmediata|inmediato',
  dca: 'promediar|recompra|recompras|promedio en',
  more: 'más compra|más venta|segunda entrada|otra entrada|añadir en|agregar en',
  open: 'abierto|abierta|dejar correr|libre|sin límite',
  leverage: 'apalancamiento|palanca|apal',
  risk: 'riesgo|arriesgar|riesgo por operación|capital|tamaño|arriesgas|arriesgo|arriesgando',
  lot: 'lote|lotes|lotaje|volumen',
  pips: 'puntos|punto',
  number: 'señal n|señal número|número|operación n|ratio|riesgo beneficio|efectividad|señal nº|nº',
  direction: 'dirección|tipo|posición|operación|acción|orden|tipo de orden|tendencia|sentido',
  pair: 'par|moneda|activo|símbolo|instrumento|divisa|cripto',
  to: 'a|hasta|y|luego',
  between: 'entre|de',
  at: 'en|es|a un precio de',
  candle: 'vela|cierre de vela|cierre por debajo|cierre por encima',
  above: 'por encima|encima de|por arriba|sobre',
  below: 'por debajo|debajo de',
  or: 'o',
  update:
    'actualización|actualizacion|actualizamos|corrección|correccion|recordatorio|atención|gestión|gestion|modificación',
  hit: 'alcanzado|alcanzada|alcanzados|alcanzó|alcanzo|tocado|tocó|toco|cumplido|cumplida|cumplidos|logrado|logrados|conseguido|conseguidos|hecho|ejecutado|llegó|llego|reventado|en el bolsillo|asegurado|completado|completados|tomado|pagó',
  close:
    'cerrar|cierren|cierra|cierre|cerramos|cerrad|ciérrenla|cerrar todo|cierren todo|cierra todo|salir|salgan|salimos|cerrar ahora|cerrar la operación|cierren la operación|cierren operación|tomen ganancias|tomen beneficios|tomar profit|recojan ganancias|cierre manual|cierre total|cortar pérdidas|cerremos|cerrémosla|cierro el|cierro la|cerrando',
  closed:
    'cerrado|cerrada|cerrados|cerradas|cerré|se cerró|hemos cerrado|operación cerrada|cerró|ya salimos|salimos en|cierro',
  move: 'mover|mueve|mueva|muevan|movemos|movido|mueven|muévelo|poner|pon|pongan|ponemos|pongo|colocar|coloquen|coloca|colocamos|subir|suban|sube|subimos|bajar|bajen|baja el|bajamos|ajustar|ajusten|ajusta|ajustamos|cambiar|cambien|cambiamos|cambia|llevar|lleven|llevamos|pasar|pasen|pasamos|modificar|modifiquen|deslizar|trasladar|acercar|ampliar|pasa de|pasa a|suben|ajustamos a|bajado|subido',
  breakeven:
    'punto de equilibrio|sin riesgo|libre de riesgo|equilibrio|be|breakeven|a la entrada|en la entrada|punto de entrada be|precio de apertura be|a entrada',
  cancel:
    'cancelar|cancela|cancelen|cancelamos|cancelada|cancelado|canceladas|eliminar|eliminen|elimina|eliminamos|borrar|borren|borra|anular|anulen|anulada|anulamos|ignorar|ignoren|ignora|retirar|retiren|descarten|descartada|ya no es válida|no es válida|ya no vale|quitar|quiten|invalidada|eliminada|eliminado|bórrenla|quítenlo|bórrenlo|bórrala|no es válido|ya no es válido|olviden|olvida|olvídense|caducada|caducado|expirada|vencida',
  part: 'parcial|parciales|parcialmente|una parte|parte|algo|un poco|un tercio|una porción|porción',
  half: 'mitad|la mitad',
  all: 'todo|todas|todos|toda|completo|completamente|total|restante|el resto|resto|ambas|ambos',
  newLevel: 'nuevo|nueva|nuevos|pasa a|cambia a|queda en',
  ordinal: 'primer|primero|primera|segundo|segunda|tercer|tercero|tercera|cuarto|último|ultimo|última',
  secure: 'asegurar|aseguren|asegura|aseguramos|proteger|protejan|protege|protegemos|cobrar|cobramos|cobren',
  stoppedOut:
    'stop tocado|tocó stop|toco stop|saltó el stop|salto el stop|saltó el sl|nos sacó|nos saco el stop|tocó el stop|sl tocado|nos tocó el stop|stop alcanzado|stop completo',
  result:
    'ganancia|ganancias|beneficios|en beneficio|en ganancias|en positivo|en verde|corriendo|resultado|resultados|resumen|ganado|ganamos|ganadora|ganadoras|perdedora|perdedoras|pérdida|pérdidas|rentabilidad|felicidades|enhorabuena|felicitaciones|balance|semanal|mensual|total de|acierto|aciertos|profit|vamos en|volando|seguimos|ganadora|perdedora|ganador|perdedor|este mes|hasta ahora|del mes',
  past: 'compré|compre ayer|compramos ayer|vendí|vendimos|compraron|vendieron|compró|vendió|ayer|la semana pasada|el mes pasado|anoche|antes|anterior|hace|entré|entramos ayer|abrí|abrió|dimos|enviamos|publicamos|dio|fue|estaba|cerró ayer|esta mañana|tuvimos|teníamos|tomamos|señalamos|publicó|publico una|publicaron|posteó|enviada|enviado|terminó|acabó|quemó|pasó|recibió|salió|recordando|vieja|viejo',
  hypothetical:
    'si|podría|podrían|podriamos|podríamos|quizás|quizá|tal vez|debería|deberíamos|sería|buscaremos|buscamos|buscando|buscar|esperando|esperar|esperamos|esperen|espera|a la espera|vigilando|atentos|posible|posibles|posiblemente|probable|probablemente|potencial|en caso de|escenario|escenarios|me gustaría|creo|pienso|considerar|planeamos|tal vez|a menos que|salvo|queremos|quisiera|puede|pueden|podemos|vamos a|estamos pendientes|pendientes|observando|interesante|previsión|pronóstico|expectativa|iría|compraría|vendería|compraríamos|venderíamos|voy a',
  condition: 'después de|tras|cuando|una vez|en cuanto|al llegar|al tocar|antes de|al alcanzar|cada vez',
  prepare:
    'prepárense|preparense|preparados|prepárate|preparate|preparen|listos|atentos a|próximamente|en breve|pronto|en unos minutos|en minutos|próxima señal|viene señal|se viene|estén atentos|esten atentos|mañana|esta noche|más tarde|la próxima|próxima semana|enseguida|ya viene|la próxima semana|semana que viene|próxima',
  not: 'no|nunca|sin|eviten|evitar|evita|ni|tampoco|jamás|jamas|nada|dejen de|no hay|casi',
  asking:
    'alguien|quién|quien|qué|cuál|cual|por qué|por que|cómo|como|cuánto|cuanto|cuántos|debo|puedo|se puede|dónde|donde|opinan|opináis|creen|creéis|qué opinan|alguna idea|disculpen|una pregunta|pregunta|me pueden|podrían decirme|todavía puedo|sigue válida|cuándo|opiniones|opinión',
  example:
    'ejemplo|por ejemplo|tutorial|lección|curso|aprender|aprende|guía|regla|reglas|significa|práctica|formación|explicación|se llama|clase|principiantes|glosario|consiste|recuerda que|psicología|error común|errores|mala señal|buena señal|se ve una|se ve un|tarea|deberes|captura|captura de pantalla|simulacro|simulación|diccionario|vocabulario|ficticio|ficticia|maqueta|ejercicio|acertijo|señal de prueba|mensaje de prueba|siempre cerramos|siempre movemos|siempre aseguramos',
  self: 'yo|mi|mis|estoy|tengo|me|mío',
  talk: 'noticias|noticia|análisis|dato|datos|inflación|banco central|bce|fed|tipos de interés|analistas|inversores|mercados|sesión|únete|unete|suscríbete|suscripción|descuento|oferta|promoción|vip|premium|de por vida|contacto|escríbeme|escribeme|depósito|deposita|retiro|retirar fondos|bono|bróker|broker|cuenta|testimonio|encuesta|votación|calendario|evento|webinar|sorteo|resistencia|soporte|volatilidad|acciones|bolsa|onza|petrolera|barriles|desempleo|pib|ipc|consolidación|lateral|tendencia alcista|tendencia bajista|estructura|retroceso|divergencia|gráfico|perspectiva|gana dinero|plazas|cupos|activado|activada|activamos|bajó|subió|cayó|rebotó|registró|cayeron|pasado|bajaron|subieron',
  plain:
    'a corto plazo|corto plazo|a largo plazo|largo plazo|medio plazo|a lo largo|largo y|largo de|a largo|poder de compra|compraventa|compra venta|compra o venta|comprar o vender|compra/venta|compradores|vendedores|comprador|vendedor|órdenes de compra|órdenes de venta|presión vendedora|presión compradora|presión de venta|mercado de|el mercado|mercado laboral|los mercados|mercados|de compra y|de venta y|entrada gratis|entrada libre|cierre de mercado|cierre semanal|cierre del día|cierre diario|hora de cierre|al cierre|ya que|ya está|ya estamos|ya tenemos|ya sabes|ya saben|ya hemos|ya van|ya llegamos|precio del|el precio|los precios|precios|a partir|en vivo|en directo|de la|de los|de las|gestión de riesgo|gestión del riesgo|alto riesgo|bajo riesgo|aviso de riesgo|parte de|formar parte|de todo|sobre todo|todo el|todo lo|todos los|meta del|tu meta|primera vez|cierra la semana|sin embargo|buenos días|buenas tardes|no es consejo financiero|no es asesoramiento|vamos con|vamos con esta|vamos por|seguimos con otra',
  hold: 'mantener|mantengan|mantén|manten|mantenemos|aguanten|aguantar|sigan con|seguimos con',
  stays: 'sigue en|sigue|se mantiene|continúa|sin cambios|igual',
  disclaimed:
    'no es una señal|solo un ejemplo|es un ejemplo|cómo leer|como leer|posiciones abiertas|operaciones abiertas|historial|recomienda|recomendó|según|se nos escapó|nos perdimos|habría sido|hubiera sido|habrían sido|otro canal|ese canal|estafa|operaciones de hoy|plan personal|demasiado tarde|mi alumna|mi alumno|reglas del canal|adivinen|adivina|no es nuestra|para el recuerdo|mal hecho|hubiéramos|si hubiéramos',
  introduced:
    'aquí está|aquí va|aquí tienen|nueva señal|nueva operación|siguiente señal|siguiente operación|primera operación',
  missed: 'sin nosotros|mientras dormíamos|mientras dormías|eso mandó|eso fue lo que|esto fue lo que',
  from: 'desde',
  takePart: 'tomar parciales|tomen parciales|tomamos parciales|saquen|saquen parciales',
  takeHalf: 'mitad fuera|saquen la mitad',
  except: 'excepto|menos el|todo menos|dejando solo',
};
