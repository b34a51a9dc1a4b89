package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import org.linli.standin.Told;
import tools.jackson.databind.json.JsonMapper;

class CustomerServiceTest {

    private static Workbench workbench;
    private StandInWechat wechat;
    private WechatChannel channel;

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
        wechat = new StandInWechat(Workbench.CALLS.appId(), Workbench.SECRET);
        channel = workbench.replica(wechat.base());
    }

    @AfterEach
    void disconnect() {
        wechat.close();
    }

    @Test
    void aTextIsSentAsItIs() {
        send(Workbench.letter("电梯已修好 <b> \"谢谢\"\n😀"));
        var sent = JsonMapper.shared().readTree(wechat.sent().getFirst());
        assertThat(sent.at("/touser").asString()).isEqualTo("oResident1");
        assertThat(sent.at("/msgtype").asString()).isEqualTo("text");
        assertThat(sent.at("/text/content").asString()).isEqualTo("电梯已修好 <b> \"谢谢\"\n😀");
    }

    @Test
    void choicesAreAMenuWhoseEntriesComeBackAsTheirWords() {
        send(Workbench.letter("问题解决了吗？", "满意", "不满意"));
        var sent = JsonMapper.shared().readTree(wechat.sent().getFirst());
        assertThat(sent.at("/msgtype").asString()).isEqualTo("msgmenu");
        assertThat(sent.at("/msgmenu/head_content").asString()).isEqualTo("问题解决了吗？");
        assertThat(sent.at("/msgmenu/list/0/content").asString()).isEqualTo("满意");
        assertThat(sent.at("/msgmenu/list/1/id").asString()).isEqualTo("2");
    }

    @Test
    void theReceiptIsTheMessagesOwnKeyBecauseThePlatformGivesNone() {
        var letter = Workbench.letter("已受理");
        assertThat(Workbench.got(channel.send(letter)).platformId()).isEqualTo(letter.key());
    }

    @ParameterizedTest
    @CsvSource({
        "-1, UNREACHABLE",
        "40003, RECIPIENT_GONE",
        "43004, RECIPIENT_GONE",
        "43019, RECIPIENT_GONE",
        "48002, RECIPIENT_GONE",
        "45015, WINDOW_CLOSED",
        "45047, WINDOW_CLOSED",
        "45009, QUOTA_SPENT",
        "45011, THROTTLED",
        "48001, MISCONFIGURED",
        "50001, MISCONFIGURED",
        "45002, CONTENT_REFUSED",
        "47001, CONTENT_REFUSED",
        "40008, CONTENT_REFUSED",
        "99999999, CONTENT_REFUSED"
    })
    void aCodeInsideHttp200IsAFailure(long code, Reason reason) {
        wechat.refusesWith(code);
        assertThat(failure(Workbench.letter("已受理")).reason()).isEqualTo(reason);
        assertThat(wechat.sent()).hasSize(1);
    }

    @Test
    void aMessageThatThePlatformHasSeenBeforeIsSent() {
        wechat.refusesWith(45065);
        send(Workbench.letter("已受理"));
    }

    @Test
    void anUnreadableAnswerDoesNotSayWhetherTheMessageWasTaken() {
        wechat.answers(Told.html(200, "<html>"));
        assertThat(failure(Workbench.letter("已受理")).reason()).isEqualTo(Reason.UNCERTAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "404, UNREACHABLE",
        "429, THROTTLED",
        "500, UNCERTAIN",
        "502, UNCERTAIN",
        "503, UNREACHABLE",
        "504, UNCERTAIN"
    })
    void onlyAStatusThatRulesOutThatTheMessageWasTakenIsTriedAgain(int status, Reason reason) {
        wechat.answers(Told.html(status, ""));
        assertThat(failure(Workbench.letter("已受理")).reason()).isEqualTo(reason);
    }

    @Test
    void aTokenThatDoesNotComeMeansThatNothingLeft() {
        var fresh = new WechatCalls("demo", "wxfresh", "demotoken", Workbench.CALLS.aesKey());
        try (var other = new StandInWechat(fresh.appId(), "another secret")) {
            other.givesTokensSlowly(5000);
            var account = new WechatAccount("demo", "wxfresh", "x", "demotoken", null, null, other.base(), "lianmeng");
            var failure = catchThrowableOfType(
                    SendFailure.class, () -> workbench.hastyTokens().of(account).block());
            assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }

    @Test
    void anAccountThatIsNotOursAndAGroupAreMistakes() {
        var group = Address.group(WechatChannel.ID, "demo", "g");
        var stranger = Address.person(WechatChannel.ID, "other", "o1");
        for (Address to : new Address[] {group, stranger}) {
            assertThat(failure(new Outbound("k", to, "已受理", List.of())).reason())
                    .isEqualTo(Reason.MISCONFIGURED);
        }
    }

    private void send(Outbound letter) {
        channel.send(letter).block(Duration.ofSeconds(60));
    }

    private SendFailure failure(Outbound letter) {
        return catchThrowableOfType(SendFailure.class, () -> send(letter));
    }
}
