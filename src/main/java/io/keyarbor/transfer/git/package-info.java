/** The program git, for what only it knows. */
package io.keyarbor.transfer.git;
