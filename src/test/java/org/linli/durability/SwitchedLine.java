package org.linli.durability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// An address behind which servers change or answer late, as a virtual address or a proxy is in front of a primary and
/// its standby.
final class SwitchedLine implements AutoCloseable {

    private static final int NOBODY = 0;

    private final ServerSocket door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int server;
    private volatile Duration late = Duration.ZERO;

    /// @param server the port behind it
    SwitchedLine(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Breaks all connections; new ones are broken at once, until [#leadTo].
    ///
    /// @return the port that was behind it
    int cut() {
        int before = server;
        server = NOBODY;
        open.forEach(SwitchedLine::end);
        return before;
    }

    void leadTo(int another) {
        server = another;
    }

    /// From now on each piece of an answer comes so much later.
    void answersLate(Duration time) {
        late = time;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                lead(door.accept());
            } catch (IOException closed) {
                // the loop ends with the door; a server that is away ends this connection alone
            }
        }
    }

    private void lead(Socket caller) throws IOException {
        open.add(caller);
        if (server == NOBODY) {
            end(caller);
            return;
        }
        try {
            var called = new Socket(InetAddress.getLoopbackAddress(), server);
            open.add(called);
            pump(caller, called, () -> Duration.ZERO);
            pump(called, caller, () -> late);
        } catch (IOException away) {
            end(caller);
        }
    }

    private void pump(Socket from, Socket to, Supplier<Duration> late) {
        Thread.ofVirtual().start(() -> {
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                byte[] piece = new byte[1 << 14];
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    LinliProcess.pause(late.get());
                    out.write(piece, 0, read);
                }
            } catch (IOException broken) {
                // both ends are closed below
            } finally {
                end(from);
                end(to);
                open.remove(from);
                open.remove(to);
            }
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
