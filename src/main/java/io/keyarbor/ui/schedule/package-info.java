/** How often credentials are tested by themselves: chosen, and told in words. */
package io.keyarbor.ui.schedule;
