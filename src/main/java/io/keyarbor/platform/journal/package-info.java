/** A diagnostic log that says what happened and where in the program, and nothing of a vault. */
package io.keyarbor.platform.journal;
