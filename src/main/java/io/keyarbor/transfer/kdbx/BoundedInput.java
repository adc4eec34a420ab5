package io.keyarbor.transfer.kdbx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that may not be longer than said: what is unpacked can be a thousand times as long. */
final class BoundedInput extends FilterInputStream {
  private final long most;
  private long count;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long length) throws IOException {
    long skipped = super.skip(length);
    count(skipped);
    return skipped;
  }

  private void count(long more) throws KdbxException {
    count += more;
    if (count > most) {
      throw new KdbxException("it unpacks to more than " + most / 1024 / 1024 + " MiB; split it");
    }
  }
}
