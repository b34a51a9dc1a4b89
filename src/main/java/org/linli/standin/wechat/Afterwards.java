package org.linli.standin.wechat;

import static org.linli.standin.wechat.WechatXml.element;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// Says to our program, a moment after it asked for something, what became of it.
final class Afterwards {

    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final Consumer<String> tell;
    private final Clock clock;

    /// @param tell takes a message in XML, and may take its time
    Afterwards(Consumer<String> tell, Clock clock) {
        this.tell = tell;
        this.clock = clock;
    }

    void say(String xml) {
        Thread.ofPlatform().daemon().name("stand-in-afterwards").start(() -> {
            try {
                Thread.sleep(A_MOMENT);
                tell.accept(xml);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    String event(String openid, String event, String more) {
        return WechatXml.message(openid, clock.instant(), "event", element("Event", event) + more);
    }
}
