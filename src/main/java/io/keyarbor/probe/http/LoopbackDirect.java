package io.keyarbor.probe.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The system's proxies, but none on the way to this computer itself. */
final class LoopbackDirect extends ProxySelector {
  @Override
  public List<Proxy> select(URI uri) {
    ProxySelector system = ProxySelector.getDefault();
    return system == null || isLoopback(uri.getHost())
        ? List.of(Proxy.NO_PROXY)
        : system.select(uri);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException fault) {
    ProxySelector system = ProxySelector.getDefault();
    if (system != null) {
      system.connectFailed(uri, address, fault);
    }
  }

  /** By name alone: a look-up could be answered from outside. */
  private static boolean isLoopback(String name) {
    String host = name == null ? "" : name.toLowerCase(Locale.ROOT);
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }
}
