/** Environment variables in files {@code .env}. */
package io.keyarbor.transfer.dotenv;
