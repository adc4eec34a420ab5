/** What can be done with several credentials at once. */
package io.keyarbor.ui.bulk;
