import 'agni-settings/skeleton.css';
import 'agni-settings/settings';
import './provider';
