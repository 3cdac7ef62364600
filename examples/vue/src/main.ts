import 'agni-settings/skeleton.css';
import { createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import ApiKeys from './ApiKeys.vue';
import App from './App.vue';
import Settings from './Settings.vue';

const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/settings/:pane', component: Settings, props: true },
    { path: '/api-keys', component: ApiKeys },
    { path: '/:rest(.*)', redirect: '/settings/profile' },
  ],
});

createApp(App).use(router).mount('#app');
