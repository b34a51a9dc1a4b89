package org.linli.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The same load for every server: so many connections, each with one call under way at any time.
///
/// Written on bare Netty, because a comfortable client costs more than some of the servers it would measure.
final class Load {

    static final int IN_FLIGHT = 256;

    private final int port;

    Load(int port) {
        this.port = port;
    }

    /// Ends early when the calls are used up. Returns what was measured and how long that took.
    Stretch run(PreparedCalls calls, Duration length) throws InterruptedException {
        var tally = new Tally();
        EventLoopGroup threads = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
        try {
            long begin = System.nanoTime();
            for (int i = 0; i < IN_FLIGHT; i++) {
                bootstrap(threads, calls, tally).connect("127.0.0.1", port).sync();
            }
            while (System.nanoTime() - begin < length.toNanos() && !calls.isUsedUp()) {
                Thread.sleep(10);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            tally.end();
            return new Stretch(tally, took);
        } finally {
            threads.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
        }
    }

    private static Bootstrap bootstrap(EventLoopGroup threads, PreparedCalls calls, Tally tally) {
        return new Bootstrap()
                .group(threads)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpResponseDecoder(), new Lane(calls, tally));
                    }
                });
    }

    record Stretch(Tally tally, Duration took) {

        /// Good answers a second: where the answer itself is asked for, a mere acknowledgement is none.
        double rate(boolean answersOnly) {
            long good = tally.answered() + (answersOnly ? 0 : tally.acknowledged());
            return good / (took.toNanos() / 1e9);
        }
    }
}
