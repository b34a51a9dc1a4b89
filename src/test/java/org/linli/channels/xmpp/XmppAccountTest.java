package org.linli.channels.xmpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// An account as somebody writes it down.
class XmppAccountTest {

    @Test
    void fourLinesAreEnoughAndEncryptionIsTheDefault() {
        var account = bound(Map.of()).accounts().getFirst();

        assertThat(account.security()).isEqualTo(XmppAccount.Security.TLS);
        assertThat(account.nickname()).isEqualTo("小邻");
        assertThat(account.port()).isEqualTo(5222);
        assertThat(account.rooms()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "id, not an id, id",
        "jid, example.org, jid",
        "rooms[0], rooms.example.org, rooms",
        "community, LM!, community",
        "nickname, '', nickname",
        "security, plain, this machine"
    })
    void whatCannotWorkIsRefusedWithWhatWasExpected(String name, String value, String told) {
        assertThatThrownBy(() -> bound(Map.of("accounts[0]." + name, value)))
                .rootCause()
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,true", "localhost,true", "::1,true", "xmpp.example.org,false", "127.0.0.1.example.org,false"
    })
    void plainIsOnlyForThisMachine(String host, boolean allowed) {
        var settings = Map.of("accounts[0].security", "plain", "accounts[0].host", host);
        if (allowed) {
            assertThat(bound(settings).accounts()).hasSize(1);
        } else {
            assertThatThrownBy(() -> bound(settings)).rootCause().hasMessageContaining("this machine");
        }
    }

    @Test
    void twoAccountsNeedTwoNames() {
        assertThatThrownBy(() -> bound(Map.of(
                        "accounts[1].id", "main",
                        "accounts[1].jid", "b@example.org",
                        "accounts[1].password", "x",
                        "accounts[1].community", "lm")))
                .rootCause()
                .hasMessageContaining("two have the id 'main'");
    }

    @Test
    void thePasswordIsNeverShown() {
        assertThat(bound(Map.of()).toString()).doesNotContain("hunter2").contains("main");
        assertThatThrownBy(() -> bound(Map.of("accounts[0].id", "hunter2 hunter2")))
                .rootCause()
                .hasMessageNotContaining("hunter2");
    }

    private static XmppSettings bound(Map<String, String> changes) {
        var values = new HashMap<String, String>();
        Map.of("id", "main", "jid", "linli@example.org", "password", "hunter2", "community", "lm")
                .forEach((name, value) -> values.put("xmpp.accounts[0]." + name, value));
        changes.forEach((name, value) -> values.put("xmpp." + name, value));
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("xmpp", XmppSettings.class);
    }
}
