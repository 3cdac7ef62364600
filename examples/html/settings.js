import { apiUrl, getToken } from './session.js';

const provider = document.querySelector('agni-provider');
const status = document.querySelector('[role=status]');

provider.baseUrl = apiUrl;
provider.getToken = getToken;
provider.addEventListener('agni-profile-updated', ({ detail }) => {
  status.textContent = `Updated ${detail.email}`;
});
