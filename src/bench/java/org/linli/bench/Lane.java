package org.linli.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;

/// One connection that is kept open: a call, its answer, the next call.
final class Lane extends SimpleChannelInboundHandler<HttpObject> {

    private final PreparedCalls calls;
    private final Tally tally;
    private long since;
    private int status;
    private String body = "";

    Lane(PreparedCalls calls, Tally tally) {
        this.calls = calls;
        this.tally = tally;
    }

    @Override
    public void channelActive(ChannelHandlerContext connection) {
        call(connection);
    }

    private void call(ChannelHandlerContext connection) {
        byte[] request = tally.isOver() ? null : calls.next();
        if (request == null) {
            connection.close();
            return;
        }
        body = "";
        since = System.nanoTime();
        connection.writeAndFlush(Unpooled.wrappedBuffer(request), connection.voidPromise());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext connection, HttpObject part) {
        if (part instanceof HttpResponse response) {
            status = response.status().code();
        }
        if (part instanceof HttpContent content && content.content().isReadable()) {
            read(content.content());
        }
        if (part instanceof LastHttpContent) {
            tally.count(status, body, System.nanoTime() - since);
            call(connection);
        }
    }

    /// One whole answer is kept to be looked at; of the others the beginning says what they are.
    private void read(ByteBuf content) {
        if (tally.wantsExample()) {
            body += content.toString(UTF_8);
        } else if (body.isEmpty()) {
            body = content.getByte(content.readerIndex()) == '<' ? "<" : "success";
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        if (!tally.isOver() && !calls.isUsedUp()) {
            tally.failed("a server closed a connection");
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext connection, Throwable error) {
        tally.failed(error.toString());
        connection.close();
    }
}
