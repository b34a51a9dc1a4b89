package org.linli.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.community.Located;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.linli.teaching.TeachNames.Result;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestConstructor;

/// What staff says a place is called is understood from then on.
@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TeachNamesTest {

    private static final Path DEMO = Path.of("deploy/demo/community.yaml");
    private static final CommunityId LM = new CommunityId("lm");
    private static final StaffMember CHEN = new StaffMember(LM, "chen", "陈", Role.ADMIN, "desk", null, null);

    private final TeachNames names;
    private final Communities communities;
    private final ImportCommunity imports;
    private final DatabaseClient database;

    TeachNamesTest(TeachNames names, Communities communities, ImportCommunity imports, DatabaseClient database) {
        this.names = names;
        this.communities = communities;
        this.imports = imports;
        this.database = database;
    }

    @BeforeEach
    @AfterEach
    void nothingIsTaught() {
        Results.completed(database.sql("truncate teaching.names").then());
        Results.completed(imports.from(DEMO));
    }

    @Test
    void aNameIsUnderstoodOnceItIsTaughtAlsoMisspeltAndAfterAnImport() {
        assertThat(place("老王家门口灯坏了")).isEmpty();

        assertThat(Results.result(names.teach(CHEN, "s1-shop", " 老王家 "))).isEqualTo(Result.DONE);

        assertThat(place("老王家门口灯坏了")).isEqualTo("s1-shop");
        assertThat(place("老汪家门口灯坏了")).isEqualTo("s1-shop");
        Results.completed(imports.from(DEMO));
        assertThat(place("老王家门口灯坏了")).isEqualTo("s1-shop");
    }

    @Test
    void aBuildingHasANicknameBesideItsNumber() {
        assertThat(Results.result(names.teach(CHEN, "b3", "小白楼"))).isEqualTo(Result.DONE);

        assertThat(place("小白楼门口路灯坏了")).isEqualTo("b3");
        assertThat(place("小百楼的电梯停了")).isEqualTo("b3");
        assertThat(place("小白楼旁边的小超市着火了")).isEqualTo("s1-shop");
        assertThat(place("白楼门口路灯坏了")).isEmpty();
        assertThat(Results.result(names.places(LM)))
                .filteredOn(it -> it.id().equals("b3"))
                .extracting(TeachNames.Nameable::where)
                .containsExactly("阳光里 3栋");
    }

    @Test
    void aNameIsForgottenAgain() {
        Results.result(names.teach(CHEN, "s1-shop", "老王家"));

        assertThat(Results.result(names.taught(LM)))
                .singleElement()
                .satisfies(it -> assertThat(it.where()).endsWith("小超市"));
        assertThat(Results.result(names.forget(CHEN, "s1-shop", "老王家"))).isTrue();
        assertThat(Results.result(names.forget(CHEN, "s1-shop", "老王家"))).isFalse();
        assertThat(place("老王家门口灯坏了")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s1-shop, 店, NO_NAME",
        "s1-shop, 123, NO_NAME",
        "s1-shop, 一个谁也不会这样说的特别特别长的地方的名字, NO_NAME",
        "s1-shop, <b>店</b>, NO_NAME",
        "s1-shop, 便民超市, KNOWN",
        "nowhere, 老王家, NO_PLACE",
        "b3, 5号楼, NO_NAME",
        "b3, B座, NO_NAME",
        "b3-2, 红楼, NO_PLACE"
    })
    void onlyNamesOfPlacesWithoutNumbersAreTaught(String place, String name, Result expected) {
        assertThat(Results.result(names.teach(CHEN, place, name))).isEqualTo(expected);
        assertThat(Results.result(names.taught(LM))).isEmpty();
    }

    private String place(String words) {
        return Results.result(communities.map(LM)).locateByWords(words) instanceof Located.Found found
                ? found.place().id()
                : "";
    }
}
