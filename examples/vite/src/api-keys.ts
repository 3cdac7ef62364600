import 'agni-settings/skeleton.css';
import 'agni-settings/api-keys'; // loads this pane only
import './provider';
