package org.linli.bench.ballots;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Voters who hand in their ballots, each by its own call, written before anything is measured. On bare Netty: a
/// comfortable client would cost more than the program that it measures.
final class Voters {

    static final String THREADS = "voters";

    private final int port;
    private final List<byte[]> ballots;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;
    private final CompletableFuture<Void> all = new CompletableFuture<>();

    Voters(int port, List<byte[]> ballots) {
        this.port = port;
        this.ballots = ballots;
        this.left = new AtomicInteger(ballots.size());
    }

    static byte[] ballot(String path, String form) {
        return """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, form.length(), form).getBytes(US_ASCII);
    }

    /// Until each has its answer, 204. Signals the first other one.
    void vote(int abreast) {
        var threads = new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(THREADS, true), NioIoHandler.newFactory());
        try {
            var way = new Bootstrap()
                    .group(threads)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel channel) {
                            channel.pipeline().addLast(new HttpResponseDecoder(), new Voter());
                        }
                    });
            for (int i = 0; i < abreast; i++) {
                way.connect("127.0.0.1", port);
            }
            all.join();
        } finally {
            threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private final class Voter extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext channel) {
            handIn(channel);
        }

        private void handIn(ChannelHandlerContext channel) {
            int mine = next.getAndIncrement();
            if (mine < ballots.size()) {
                channel.writeAndFlush(Unpooled.wrappedBuffer(ballots.get(mine)));
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext channel, Object part) {
            if (part instanceof HttpResponse answer && answer.status().code() != 204) {
                all.completeExceptionally(new IllegalStateException("a ballot was not taken: " + answer.status()));
            }
            if (part instanceof LastHttpContent && left.decrementAndGet() == 0) {
                all.complete(null);
            } else if (part instanceof LastHttpContent) {
                handIn(channel);
            }
            ReferenceCountUtil.release(part);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext channel, Throwable cause) {
            all.completeExceptionally(cause);
        }
    }
}
