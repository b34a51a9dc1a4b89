package org.linli.channels.wecom.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.Channel;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure.Reason;
import org.linli.channels.WebhookRequest;
import org.linli.channels.contract.AdapterContract;
import org.linli.channels.contract.Case;
import org.linli.channels.contract.NotHere;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.wecom.StandInWecom;
import org.linli.channels.wecom.WecomCalls;
import org.linli.standin.Envelope;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/// What a bot says late goes to the address that came with a message; see [BotTalkTest] for streams.
@NotHere(
        value = {Case.WRONG_SECRET, Case.TOKEN_EXPIRED, Case.TOKEN_NEVER_TAKEN},
        because = "a bot answers to an address that came with a message; it has no secret and no token to send with")
class BotChannelTest implements AdapterContract {

    private static OwnRedis redis;
    private StandInWecom wecom;
    private BotBench bench;
    private BotBench hastyBench;

    @BeforeAll
    static void startRedis() {
        redis = new OwnRedis();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @BeforeEach
    void connect() {
        redis.template().execute(it -> it.serverCommands().flushAll()).blockLast(SOON);
        wecom = new StandInWecom("/cgi-bin/aibot/response");
        bench = new BotBench(wecom.base(), redis.template(), Clock.systemUTC(), Duration.ZERO);
        var hasty = WecomCalls.hasty(wecom.base());
        hastyBench = new BotBench(hasty, wecom.base(), redis.template(), Clock.systemUTC(), Duration.ZERO);
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return (wecom.isSilent() ? hastyBench : bench).channel.send(letter);
    }

    @AfterEach
    void disconnect() {
        wecom.close();
    }

    @Override
    public Channel channel() {
        return bench.channel;
    }

    @Override
    public String account() {
        return "helper";
    }

    /// Somebody has just spoken to the bot, so it may answer.
    @Override
    public Outbound letter(String text) {
        bench.hear(bench.inGroup(bench.next(), "@邻里 电梯坏了", wecom.platform().responseCode("zhou")));
        return bench.letter(text);
    }

    @Override
    public StandInWecom platform() {
        return wecom;
    }

    @Override
    public Mono<List<Inbound>> genuine(String text) {
        return arrival(written(Instant.now(), text));
    }

    @Override
    public Mono<List<Inbound>> tampered(String text) {
        return arrival(WecomCalls.tampered(written(Instant.now(), text)));
    }

    @Override
    public Mono<List<Inbound>> signed(Duration ago, String text) {
        return arrival(written(Instant.now().minus(ago), text));
    }

    @Override
    public Mono<List<Inbound>> invented(String kind) {
        return arrival(WecomCalls.toBot(bench.message("M", "single", kind, "{}", "")));
    }

    @Override
    public List<String> secrets() {
        return List.of("zhou", WecomCalls.SECRET, WecomCalls.BOT.aesKey(), "bottoken", "response_code");
    }

    private WebhookRequest written(Instant signed, String text) {
        String words = JsonMapper.shared().writeValueAsString(Map.of("content", text));
        return WecomCalls.toBot(WecomCalls.BOT, signed, bench.message("M", "single", "text", words, ""));
    }

    @Test
    void theReceiverOfABotsCallsIsEmptyAndNothingElse() {
        assertThat(bench.hear(WecomCalls.handshake(WecomCalls.BOT, "helper", "word"))
                        .acknowledgement()
                        .body())
                .isEqualTo("word");
        var other = new Envelope(WecomCalls.BOT.token(), WecomCalls.CORP, WecomCalls.BOT.aesKey());
        assertRejected(WecomCalls.toBot(other, bench.inGroup("M", "@邻里 电梯坏了", "")));
    }

    @Test
    void anAddressTakesOneAnswerAndNoMore() {
        channel().send(letter("您反映的电梯问题已受理。")).block(SOON);
        assertThat(wecom.sent().getFirst().json().at("/markdown/content").asString())
                .isEqualTo("您反映的电梯问题已受理。");
        channel()
                .send(bench.letter("修好了"))
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error).hasMessageContaining(Reason.WINDOW_CLOSED.name()))
                .verify(SOON);
        assertThat(wecom.sent()).hasSize(1);
    }

    @Test
    void aRepeatedCallBringsNoUsedAddressBack() {
        String call = bench.inGroup("M7", "@邻里 电梯坏了", wecom.platform().responseCode("zhou"));
        bench.hear(call);
        channel().send(bench.letter("已受理")).block(SOON);
        bench.hear(call);
        channel().send(bench.letter("修好了")).as(StepVerifier::create).verifyError();
        assertThat(wecom.sent()).hasSize(1);
    }

    @Test
    void anAddressToWhichNothingWasSentIsUsedAgain() {
        Outbound letter = letter("已受理");
        wecom.throttles();
        channel().send(letter).as(StepVerifier::create).verifyError();
        wecom.behaves();
        assertThat(channel().send(letter).block(SOON)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/x",
                "https://qyapi.weixin.qq.com.evil.example/x",
                "https://evil.example/?qyapi.weixin.qq.com",
                "http://qyapi.weixin.qq.com/x",
                "https://qyapi.weixin.qq.com:8443/x",
                "https://evil@qyapi.weixin.qq.com/x",
                "https://169.254.169.254/latest",
                "file:///etc/passwd",
                "RESPONSEURL",
                ""
            })
    void nobodyMakesUsCallSomewhereElse(String url) {
        String call =
                bench.inGroup("M", "@邻里 电梯坏了", "").replace("\"response_url\":\"\"", "\"response_url\":\"" + url + "\"");
        assertThat(bench.hear(call)).isInstanceOf(Delivery.Messages.class);
        channel()
                .send(bench.letter("已受理"))
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error).hasMessageContaining(Reason.WINDOW_CLOSED.name()))
                .verify(SOON);
    }

    @Test
    void thePlatformsOwnAddressIsCalled() {
        var bot = Objects.requireNonNull(
                WecomBot.all(WecomCalls.settings(wecom.base())).get("helper"));
        assertThat(bench.hosts.answer(bot, "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=x"))
                .isPresent();
        assertThat(bench.hosts.file(bot, "https://ww-aibot-img-1.cos.ap-guangzhou.myqcloud.com/a?sign=b "))
                .isPresent();
        assertThat(bench.hosts.file(bot, "https://myqcloud.com.evil.example/a")).isEmpty();
    }
}
