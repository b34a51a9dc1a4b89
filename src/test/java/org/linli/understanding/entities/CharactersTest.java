package org.linli.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CharactersTest {

    @Property
    void tellsWhetherATextHasOneOfThem(@ForAll String text, @ForAll String wanted) {
        assertThat(Characters.of(text).hasAny(wanted)).isEqualTo(wanted.chars().anyMatch(it -> text.indexOf(it) >= 0));
    }

    @Test
    void takesNoCharacterForAnotherThatHasTheSameMark() {
        char other = '一' + 1024;
        assertThat(Characters.of("一楼").hasAny("" + other)).isFalse();
        assertThat(Characters.of("一楼").hasAny(other + "一")).isTrue();
    }

    @Test
    void asksOneOfEach() {
        assertThat(Characters.of("3月").hasAnyOfEach(List.of("日月", "123"))).isTrue();
        assertThat(Characters.of("几月").hasAnyOfEach(List.of("日月", "123"))).isFalse();
    }

    @Test
    void findsARowOnlyWhereNothingStandsBetween() {
        assertThat(Characters.of("住502室").hasRow(3, "0123456789")).isTrue();
        assertThat(Characters.of("5栋02室").hasRow(3, "0123456789")).isFalse();
    }
}
