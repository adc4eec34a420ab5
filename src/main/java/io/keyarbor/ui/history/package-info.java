/** What the tests of a credential found. */
package io.keyarbor.ui.history;
