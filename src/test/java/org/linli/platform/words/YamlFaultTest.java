package org.linli.platform.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What breaks a file of rules is said in our words; where it breaks a community's file is tried with that.
class YamlFaultTest {

    @ParameterizedTest
    @EnumSource(YamlFault.What.class)
    void eachIsToldInChineseWithItsPlace(YamlFault.What what) {
        assertThat(new YamlFault(what, 3, 1_007, "停水").told())
                .startsWith("第 1007 个字")
                .doesNotContain("{", "yaml.");
    }

    @Test
    void aKeyThatStandsTwiceIsNamedWhereItStandsAgain() {
        var broken = catchThrowableOfType(Tree.Unreadable.class, () -> Tree.read("a: 1\nb:\n  c: 2\n  c: 3\n"));

        assertThat(broken.fault()).isEqualTo(new YamlFault(YamlFault.What.TWICE, 4, 3, "c"));
        assertThat(broken).hasMessage("column 3: 'c' stands here a second time");
    }

    @Test
    void aBracketIsNamedWhereItOpens() {
        var broken = catchThrowableOfType(Tree.Unreadable.class, () -> Tree.read("a: 1\nb: [1,\nc: 2\n"));

        assertThat(broken.fault()).isEqualTo(new YamlFault(YamlFault.What.BRACKET, 2, 4, ""));
    }
}
