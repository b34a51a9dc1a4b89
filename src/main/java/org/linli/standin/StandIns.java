package org.linli.standin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/// The platforms that are played beside this program, each behind its own server.
///
/// They start beside everything else: a program that calls one too early finds it unreachable and tries again.
public class StandIns implements SmartLifecycle {

    /// @param server where the platform answers
    public record Played(StandIn platform, StandInServer server) {}

    private final Map<String, Played> played = new LinkedHashMap<>();
    private volatile boolean running;

    StandIns(List<StandIn> platforms, Exchanges exchanges, Environment environment) {
        platforms.forEach(it -> {
            int port = environment.getRequiredProperty("linli.stand-in." + it.id() + ".port", Integer.class);
            played.put(it.id(), new Played(it, new StandInServer(it, port, exchanges)));
        });
    }

    public Collection<Played> all() {
        return played.values();
    }

    public Optional<Played> named(String id) {
        return Optional.ofNullable(played.get(id));
    }

    @Override
    public void start() {
        running = true;
        played.values()
                .forEach(it ->
                        Thread.ofPlatform().daemon().name("start-stand-in").start(it.server()::start));
    }

    @Override
    public void stop() {
        running = false;
        played.values().forEach(it -> it.server().close());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
