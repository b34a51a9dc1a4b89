package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.channels.wechat.Workbench.got;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.SendFailure;
import org.linli.standin.Told;
import reactor.core.publisher.Flux;

class AccessTokensTest {

    private final Workbench workbench = new Workbench();
    private final StandInWechat wechat = new StandInWechat(Workbench.CALLS.appId(), Workbench.SECRET);
    private final WechatAccount account = Workbench.account(wechat.base());

    @AfterEach
    void tidyUp() {
        wechat.close();
        workbench.close();
    }

    @Test
    void fortyCallersOnTwoReplicasAskThePlatformOnce() {
        wechat.givesTokensSlowly(300);
        var one = workbench.replicaTokens();
        var other = workbench.replicaTokens();

        var tokens = Flux.range(0, 40)
                .flatMap(i -> (i % 2 == 0 ? one : other).of(account), 40)
                .collectList()
                .block(Duration.ofSeconds(60));

        assertThat(tokens).hasSize(40).containsOnly(wechat.token());
        assertThat(wechat.secretsTried()).isEqualTo(1);
    }

    @Test
    void fortyCallersWithoutRedisStillAskOnce() {
        workbench.stopRedis();
        wechat.givesTokensSlowly(300);
        var lonely = workbench.replicaTokens();

        Flux.range(0, 40).flatMap(_ -> lonely.of(account), 40).blockLast(Duration.ofSeconds(10));
        lonely.of(account).block(Duration.ofSeconds(60));

        assertThat(wechat.secretsTried()).isEqualTo(1);
    }

    @Test
    void aReplicaThatStartsLaterFindsTheToken() {
        workbench.replicaTokens().of(account).block(Duration.ofSeconds(60));
        workbench.replicaTokens().of(account).block(Duration.ofSeconds(60));
        assertThat(wechat.secretsTried()).isEqualTo(1);
    }

    @Test
    void aRefusedTokenIsDroppedButNotItsSuccessor() {
        var tokens = workbench.replicaTokens();
        String first = got(tokens.of(account));
        wechat.expiresItsToken();

        tokens.drop(account, first).block(Duration.ofSeconds(60));
        String second = got(tokens.of(account));
        tokens.drop(account, first).block(Duration.ofSeconds(60));

        assertThat(second).isNotEqualTo(first).isEqualTo(got(tokens.of(account)));
        assertThat(workbench.replicaTokens().of(account).block(Duration.ofSeconds(60)))
                .isEqualTo(second);
        assertThat(wechat.secretsTried()).isEqualTo(2);
    }

    @Test
    void aFetchThatFailedDoesNotKeepOthersWaiting() {
        wechat.tokenAnswers(StandInWechat.says(-1));
        var one = workbench.replicaTokens();
        var other = workbench.replicaTokens();
        assertThatThrownBy(() -> got(one.of(account))).isInstanceOf(SendFailure.class);
        wechat.tokenAnswers(Told.json(Map.of("access_token", "NEW", "expires_in", 7200)));
        assertThat(got(other.of(account))).isEqualTo("NEW");
        assertThat(got(one.of(account))).isEqualTo("NEW");
    }
}
