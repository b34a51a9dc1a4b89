package org.linli.channels.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.channels.ChannelId;
import org.linli.platform.database.CommunityId;

class NewestListsTest {

    private static final ChannelId WECOM = new ChannelId("wecom");

    private final NewestLists lists = new NewestLists();

    @Test
    void aLookThatWasHeldUpBringsBackNothingOld() {
        long slow = lists.look();
        long quick = lists.look();

        assertThat(lists.take(quick, only("corrected"))).isTrue();
        assertThat(lists.take(slow, only("wrong"))).isFalse();

        assertThat(lists.of(WECOM)).extracting(it -> it.field("secret")).containsExactly("corrected");
    }

    /// Whoever made something of a list makes it anew only when it is another.
    @Test
    void aListThatDidNotChangeStaysTheSameOne() {
        lists.take(lists.look(), only("right"));
        var before = lists.of(WECOM);

        assertThat(lists.take(lists.look(), only("right"))).isFalse();
        assertThat(lists.of(WECOM)).isSameAs(before);

        assertThat(lists.take(lists.look(), Map.of())).isTrue();
        assertThat(lists.of(WECOM)).isEmpty();
    }

    private static Map<ChannelId, List<KeptAccount>> only(String secret) {
        return Map.of(
                WECOM,
                List.of(new KeptAccount(new CommunityId("lm"), WECOM, "a1", "app", Map.of("secret", secret), 1)));
    }
}
