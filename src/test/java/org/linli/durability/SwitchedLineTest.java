package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SwitchedLineTest {

    private static final Duration LATE = Duration.ofMillis(300);

    @Test
    @Timeout(60)
    void answersThatAreLateComeNotBeforeTheirTime() throws IOException {
        try (var echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var line = new SwitchedLine(echo.getLocalPort())) {
            Thread.ofVirtual().start(() -> answer(echo));
            line.answersLate(LATE);

            try (var caller = new Socket(InetAddress.getLoopbackAddress(), line.port())) {
                long asked = System.nanoTime();
                caller.getOutputStream().write('x');

                assertThat(caller.getInputStream().read()).isEqualTo('x');
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(LATE);
            }
        }
    }

    private static void answer(ServerSocket echo) {
        try (var called = echo.accept()) {
            called.getInputStream().transferTo(called.getOutputStream());
        } catch (IOException ended) {
            // with the test
        }
    }
}
