/** Configurations of the LiteLLM proxy. */
package io.keyarbor.transfer.litellm;
