/** Help where the person is, the keyboard map, the guide, and what this program is made of. */
package io.keyarbor.ui.help;
