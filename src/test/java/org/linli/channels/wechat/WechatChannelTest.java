package org.linli.channels.wechat;

import static org.linli.channels.wechat.Workbench.CALLS;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.linli.channels.Channel;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.contract.AdapterContract;
import org.linli.channels.contract.HearingContract;
import reactor.core.publisher.Mono;

class WechatChannelTest implements AdapterContract {

    private static Workbench workbench;
    private StandInWechat wechat;
    private Channel channel;

    @BeforeAll
    static void startRedis() {
        workbench = new Workbench();
    }

    @AfterAll
    static void stopRedis() {
        workbench.close();
    }

    @BeforeEach
    void connect() {
        workbench.forget();
        wechat = new StandInWechat(CALLS.appId(), Workbench.SECRET);
        channel = workbench.replica(wechat.base());
    }

    @AfterEach
    void disconnect() {
        wechat.close();
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String account() {
        return CALLS.account();
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return (wechat.isSilent() ? workbench.hasty(wechat.base()) : channel).send(letter);
    }

    @Override
    public Outbound letter(String text) {
        return Workbench.letter(text);
    }

    @Override
    public StandInWechat platform() {
        return wechat;
    }

    @Override
    public Mono<List<Inbound>> genuine(String text) {
        return arrival(CALLS.safe(said(text)).request());
    }

    @Override
    public Mono<List<Inbound>> tampered(String text) {
        var call = CALLS.safe(said(text));
        return arrival(call.withBody(call.body().replace("<Encrypt><![CDATA[", "<Encrypt><![CDATA[A"))
                .request());
    }

    @Override
    public Mono<List<Inbound>> signed(Duration ago, String text) {
        var then = workbench.receiving(Clock.offset(Clock.systemUTC(), ago));
        return HearingContract.arrival(then, CALLS.safe(said(text)).request());
    }

    @Override
    public Mono<List<Inbound>> invented(String kind) {
        return arrival(CALLS.safe(WechatCalls.message("oResident1", kind, "")).request());
    }

    /// Plain, unreadable and forged ones too: each is refused at another place.
    @Override
    public List<Mono<List<Inbound>>> arrivals() {
        String entity = said(WORDS).replace("<xml>", "<!DOCTYPE x [<!ENTITY a '" + WORDS + "'>]><xml>");
        return Stream.of(
                        CALLS.safe(said(WORDS)),
                        CALLS.plain(said(WORDS)),
                        CALLS.plain(said(WORDS) + "<"),
                        CALLS.plain(entity),
                        CALLS.plain("{\"Content\":\"" + WORDS),
                        CALLS.safe(said(WORDS)).with("msg_signature", "0"),
                        CALLS.sealed(WORDS, "<xml><Encrypt>" + WORDS + "</Encrypt></xml>"))
                .map(call -> arrival(call.request()))
                .toList();
    }

    @Override
    public List<String> secrets() {
        return List.of(Workbench.SECRET, "SECRET-TOKEN", "oResident1", CALLS.aesKey(), CALLS.token());
    }

    private static String said(String text) {
        return WechatCalls.text("oResident1", "1", text);
    }
}
