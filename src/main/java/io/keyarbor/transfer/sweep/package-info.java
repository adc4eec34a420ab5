/** Secrets that lie about on this computer: finds them, and puts references in their place. */
package io.keyarbor.transfer.sweep;
