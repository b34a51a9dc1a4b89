package org.linli.standin;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Serves one platform that is played, on a port of this machine that only this machine reaches.
public final class StandInServer implements AutoCloseable {

    /// Stands for every path.
    public static final String EVERYWHERE = "";

    private final Map<String, Mischief> mischief = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final WireMockServer server;

    /// @param port 0 for any that is free
    public StandInServer(StandIn platform, int port, Exchanges exchanges) {
        var respond = new Respond(platform, this, exchanges);
        server = new WireMockServer(options()
                .bindAddress("127.0.0.1")
                .port(port)
                .asynchronousResponseEnabled(true)
                .disableRequestJournal()
                .extensions(respond));
    }

    public StandInServer start() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        return this;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /// @param path of the calls that are met with it, or [#EVERYWHERE]
    public void misbehave(String path, Mischief how) {
        mischief.put(path, how);
    }

    public void behave() {
        mischief.clear();
    }

    /// What it is told to do to everybody or to some calls, by path.
    public Map<String, Mischief> mischief() {
        return Map.copyOf(mischief);
    }

    /// The calls of that path, the refused ones included, oldest first; of the last thousand of all.
    public List<Asked> asked(String path) {
        return asked.stream().filter(it -> it.path().equals(path)).toList();
    }

    void remember(Asked call) {
        asked.add(call);
        if (asked.size() > 1000) {
            asked.removeFirst();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
