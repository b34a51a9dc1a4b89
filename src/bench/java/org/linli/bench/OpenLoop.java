package org.linli.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleUnaryOperator;

/// People write when something happens to them, not when the one before was answered: calls leave by a schedule, and
/// an answer's time counts from when its call was due. So what waits because of others is counted.
final class OpenLoop implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 6_000;

    private final int port;
    private final AtomicInteger person = new AtomicInteger();
    private final ConcurrentLinkedQueue<Socket> idle = new ConcurrentLinkedQueue<>();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

    OpenLoop(int port) {
        this.port = port;
    }

    /// As irregular as people are (Poisson); ends when the last call is answered.
    ///
    /// @param rate calls a second, by the part of the stretch that is over, 0 to 1
    Load.Stretch run(Duration length, DoubleUnaryOperator rate) throws InterruptedException {
        var tally = new Tally();
        var open = new AtomicInteger();
        long begin = System.nanoTime();
        double due = 0;
        while (due < length.toNanos()) {
            due += -Math.log(1 - ThreadLocalRandom.current().nextDouble()) * 1e9 / rate.applyAsDouble(due / length.toNanos());
            long at = begin + (long) due;
            long left = at - System.nanoTime();
            if (left > 0) {
                Thread.sleep(Duration.ofNanos(left));
            }
            open.incrementAndGet();
            people.submit(() -> {
                call(tally, at);
                open.decrementAndGet();
            });
        }
        while (open.get() > 0) {
            Thread.sleep(10);
        }
        return new Load.Stretch(tally, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void call(Tally tally, long due) {
        int i = person.incrementAndGet();
        byte[] request = PreparedCalls.wechat(Subject.ANSWERED.ordinal(), i, Texts.of(i));
        try {
            Socket line = line();
            line.getOutputStream().write(request);
            var answer = Answer.read(line.getInputStream());
            tally.count(answer.status, answer.body, System.nanoTime() - due);
            idle.add(line);
        } catch (IOException broken) {
            tally.failed(broken.toString());
        }
    }

    private Socket line() throws IOException {
        Socket known = idle.poll();
        if (known != null) {
            return known;
        }
        var line = new Socket(InetAddress.getLoopbackAddress(), port);
        line.setSoTimeout(PATIENCE_MILLIS);
        line.setTcpNoDelay(true);
        return line;
    }

    private record Answer(int status, String body) {

        /// Whole, so that the line can be used again.
        static Answer read(InputStream raw) throws IOException {
            var in = new BufferedInputStream(raw);
            int status = Integer.parseInt(line(in).split(" ")[1]);
            int length = -1;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            return new Answer(status, length < 0 ? chunks(in) : new String(in.readNBytes(length), US_ASCII));
        }

        private static String chunks(InputStream in) throws IOException {
            var body = new StringBuilder();
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                body.append(new String(in.readNBytes(size), US_ASCII));
                line(in);
            }
            line(in);
            return body.toString();
        }

        private static String line(InputStream in) throws IOException {
            var line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the server closed the line");
                }
                line.append(c == '\r' ? "" : (char) c);
            }
            return line.toString();
        }
    }

    @Override
    public void close() throws IOException {
        people.shutdownNow();
        for (Socket line : idle) {
            line.close();
        }
    }
}
