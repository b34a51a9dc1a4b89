package org.linli.channels.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.linli.channels.ChannelId;
import org.linli.platform.database.CommunityId;

/// What holds a connection for an account keeps it until that account changes, and is let go of once.
class AccountsByIdTest {

    private final AtomicReference<List<KeptAccount>> kept = new AtomicReference<>(List.of());
    private final List<StringBuilder> gone = new ArrayList<>();
    private final AccountsById<StringBuilder> accounts = new AccountsById<>(
            Map.of("ours", new StringBuilder("settings")), kept::get, AccountsByIdTest::read, gone::add);

    @Test
    void whatDidNotChangeStaysTheSameAndWhatDidIsLetGoOfOnce() {
        kept.set(List.of(account("one", 1), account("two", 1)));
        var one = accounts.named("one").orElseThrow();
        var two = accounts.named("two").orElseThrow();

        kept.set(List.of(account("one", 1), account("two", 2)));
        assertThat(accounts.named("one").orElseThrow()).isSameAs(one);
        assertThat(accounts.named("two").orElseThrow()).isNotSameAs(two);
        kept.set(List.of(account("one", 1)));

        assertThat(accounts.all()).containsOnlyKeys("one", "ours");
        assertThat(accounts.all()).containsOnlyKeys("one", "ours");
        assertThat(gone).hasSize(2).first().isSameAs(two);
    }

    @Test
    void oneThatCannotBeReadKeepsNoOtherOutAndThoseOfTheSettingsStandFirst() {
        kept.set(List.of(account("wrong", 1), account("ours", 1), account("one", 1)));

        assertThat(accounts.all()).containsOnlyKeys("one", "ours");
        assertThat(accounts.named("ours").orElseThrow()).hasToString("settings");
    }

    private static StringBuilder read(KeptAccount it) {
        if (it.id().equals("wrong")) {
            throw new IllegalArgumentException("token is wrong");
        }
        return new StringBuilder(it.id() + it.version());
    }

    private static KeptAccount account(String id, long version) {
        return new KeptAccount(new CommunityId("lm"), new ChannelId("wecom-kf"), id, id, Map.of(), version);
    }
}
