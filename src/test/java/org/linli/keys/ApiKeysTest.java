package org.linli.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class ApiKeysTest {

    @Autowired
    ApiKeys keys;

    @Autowired
    KnownKeys known;

    @Autowired
    Communities communities;

    @Autowired
    Trail trail;

    @Autowired
    DatabaseClient database;

    @Test
    void onlyAKeyThatWasValidIsNotedAsRevoked() {
        String id = result(keys.made(chen(), new ApiKeys.Wanted("街道平台", Set.of(Scope.CASES_READ), null, null)))
                .id();

        assertThat(result(keys.revoke(chen(), "never-made"))).isFalse();
        assertThat(result(keys.revoke(chen(), id))).isTrue();
        assertThat(result(keys.revoke(chen(), id))).isFalse();

        assertThat(noted("never-made")).isEmpty();
        assertThat(noted(id)).containsExactlyInAnyOrder("made", "revoked");
    }

    @Test
    void aScopeOfALaterProgramIsNoneOfThisOne() {
        var made = result(keys.made(chen(), new ApiKeys.Wanted("街道平台", Set.of(Scope.CASES_READ), null, null)));
        completed(
                database.sql("update keys.keys set scopes = scopes || array['MOON_WRITE', 'CASES_READ'] where id = $1")
                        .bind(0, made.id())
                        .then());

        assertThat(result(known.known(made.key())).scopes()).containsExactly(Scope.CASES_READ);
        assertThat(result(keys.revoke(chen(), made.id()))).isTrue();
    }

    private List<String> noted(String id) {
        return result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 100)
                        .collectList())
                .stream()
                .filter(it -> it.about().equals("api-key/" + id))
                .map(it -> it.detail())
                .toList();
    }

    private StaffMember chen() {
        return result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
    }
}
