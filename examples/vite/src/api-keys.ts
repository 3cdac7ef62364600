import 'agni-settings/skeleton.css';
import 'agni-settings/api-keys'; // this pane alone, not the others
import './provider';
