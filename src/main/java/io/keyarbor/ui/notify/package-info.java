/** What the system's notifications tell of a vault, and when they keep quiet. */
package io.keyarbor.ui.notify;
