/** What programs are given of a vault: references, the variables of profiles, filled files. */
package io.keyarbor.vault.environment;
