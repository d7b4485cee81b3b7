import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browsing, browserPath, looksRight, signIn, startBrowsing } from '../support/browser.ts';

interface User {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly disabled: boolean;
}

describe.skipIf(browserPath === undefined)('users, in the dashboard', () => {
  const cleanup = new AsyncDisposableStack();
  let browsing: Browsing;
  const email = 'new@example.com';
  const chosen = 'four words of their own';

  beforeAll(async () => {
    browsing = cleanup.use(await startBrowsing());
  });

  afterAll(async () => cleanup.disposeAsync());

  const userOf = async (address: string) =>
    (await browsing.api.all<User>('/api/users')).find((user) => user.email === address);

  test('a user is added, signs in with the one-time password and chooses one of their own', async () => {
    const owner = await browsing.signedIn();
    await owner.getByRole('link', { name: 'Users', exact: true }).click();
    await owner.getByRole('button', { name: 'Add a user' }).click();
    const form = owner.getByRole('dialog');
    await form.getByLabel('E-mail').fill(email);
    await form.getByRole('combobox', { name: 'Role' }).click();
    await owner.getByRole('option', { name: 'operator' }).click();
    await form.getByRole('button', { name: 'Add' }).click();
    const secret = form.getByRole('status').filter({ hasText: `One-time password of ${email}` });
    const password = (await secret.locator('code').textContent()) ?? '';
    expect(password).toMatch(/^(\w{5}-){3}\w{5}$/);
    await looksRight(owner, 'user-added');
    await owner.getByRole('button', { name: 'Done' }).click();
    await owner
      .getByRole('row', { name: new RegExp(email) })
      .getByText('has a one-time password')
      .waitFor();
    await expect.poll(async () => owner.getByText(password).count(), { message: 'the password is shown once' }).toBe(0);
    await looksRight(owner, 'users');

    const theirs = await browsing.signedIn({ email, password });
    await theirs.getByText('Your password was made by the hub').waitFor();
    await expect.poll(async () => theirs.getByRole('link', { name: 'Users', exact: true }).count()).toBe(0);
    await theirs.getByRole('link', { name: 'in your account' }).click();
    await theirs.getByRole('textbox', { name: 'One-time password' }).fill(password);
    await theirs.getByRole('textbox', { name: 'New password', exact: false }).first().fill(chosen);
    await theirs.getByRole('textbox', { name: 'New password again' }).fill(`${chosen}, mistyped`);
    await theirs.getByText('The two are not the same.').waitFor();
    await theirs.getByRole('textbox', { name: 'New password again' }).fill(chosen);
    await theirs.getByRole('button', { name: 'Change the password' }).click();
    await theirs.getByText('Your password is changed').waitFor();
    await expect.poll(async () => theirs.getByText('Your password was made by the hub').count()).toBe(0);

    const again = await browsing.page();
    await again.goto('/');
    await signIn(again, { email, password: chosen });
    await owner.reload();
    await owner
      .getByRole('row', { name: new RegExp(email) })
      .getByText('active')
      .waitFor();
  });

  test('the list follows what others do, without being loaded again', async () => {
    const owner = await browsing.signedIn();
    await owner.goto('/users');
    await owner.getByRole('status', { name: 'Event stream: live' }).waitFor();
    const { id } = await browsing.api.ok<User>('POST', '/api/users', {
      body: { email: 'seen@example.com', role: 'viewer' },
    });
    const row = owner.getByRole('row', { name: /seen@example.com/ });
    await row.waitFor();
    await browsing.api.ok('PATCH', `/api/users/${id}`, { body: { disabled: true } });
    await row.getByText('disabled').waitFor();
  });

  test('another role, a disabled account and its removal take effect and are asked about first', async () => {
    const owner = await browsing.signedIn();
    await owner.goto('/users');
    await owner.getByRole('link', { name: email }).click();
    await owner.getByRole('heading', { level: 1, name: email }).waitFor();
    await owner.getByRole('combobox', { name: 'Role' }).click();
    await owner.getByRole('option', { name: 'viewer' }).click();
    await owner.getByText('Another role ends all sessions of this user at once.').waitFor();
    await owner.getByRole('button', { name: 'Save' }).click();
    await owner.getByText('It is saved.').waitFor();
    expect((await userOf(email))?.role).toBe('viewer');
    await looksRight(owner, 'user');

    await owner.getByRole('button', { name: 'Disable' }).click();
    const question = owner.getByRole('dialog');
    await question.getByText('They cannot sign in').waitFor();
    await question.getByRole('button', { name: 'Disable' }).click();
    await owner.getByRole('button', { name: 'Enable' }).waitFor();
    expect((await userOf(email))?.disabled).toBe(true);
    await owner.getByRole('button', { name: 'Enable' }).click();
    await owner.getByText(`${email} can sign in again.`).waitFor();

    await owner.getByRole('button', { name: 'Reset the password' }).click();
    await owner.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
    await owner.getByText(`New one-time password of ${email}`).waitFor();

    await owner.getByRole('button', { name: 'Remove' }).click();
    const removal = owner.getByRole('dialog');
    expect(await removal.getByRole('button', { name: 'Remove' }).isDisabled()).toBe(true);
    await removal.getByLabel(`Type ${email} to confirm`).fill(email);
    await removal.getByRole('button', { name: 'Remove' }).click();
    await owner.getByRole('heading', { level: 1, name: 'Users' }).waitFor();
    expect(await userOf(email)).toBeUndefined();
  });

  test('two people who change the same user do not write over each other unseen', async () => {
    const { id } = await browsing.api.ok<User>('POST', '/api/users', {
      body: { email: 'both@example.com', role: 'viewer' },
    });
    const owner = await browsing.signedIn();
    await owner.goto(`/users/${id}`);
    await owner.getByLabel('E-mail').fill('mine@example.com');
    // The event of the other change is held up: the page still shows what was before.
    await owner.route(`**/api/users/${id}`, async (route) =>
      route.request().method() === 'GET' ? route.abort() : route.continue(),
    );
    await browsing.api.ok('PATCH', `/api/users/${id}`, { body: { role: 'operator' } });
    await owner.getByRole('button', { name: 'Save' }).click();
    await owner.getByRole('alert').getByText('The user is at version 2 by now.').waitFor();
    expect((await userOf('both@example.com'))?.role).toBe('operator');
  });
});
