import { apiUrl, getToken } from './session';

const provider = document.querySelector('agni-provider');
const status = document.querySelector('[role=status]');
if (!provider || !status) throw new Error('The page has no provider');

provider.baseUrl = apiUrl;
provider.getToken = getToken;
provider.addEventListener('agni-profile-updated', ({ detail }) => {
  status.textContent = `Updated ${detail.email}`;
});
