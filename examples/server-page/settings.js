const provider = document.querySelector('agni-provider');
const status = document.querySelector('[role=status]');
const csrfToken = document.querySelector('meta[name=csrf-token]').content;

if (provider) {
  provider.headers = { 'X-CSRF-Token': csrfToken };
  provider.addEventListener('agni-profile-updated', ({ detail }) => {
    status.textContent = `Updated ${detail.email}`;
  });
}
