package org.linli.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.database.CommunityId;
import org.linli.platform.rights.Person;

class PersonalStatementsTest {

    @ParameterizedTest
    @CsvSource({
        "13955512399, 打139-5551 2399找我, 打**找我",
        "13955512399, +8613955512399, +86**",
        "62345678, 家里62345678, 家里**",
        "62345678, 电话021-62345678, 电话**",
        "62345678, '{\"at\":1623456789}', '{\"at\":1623456789}'",
        "王.芳, 王芳和王.芳, 王芳和**"
    })
    void wordsLoseWhatNamesThePerson(String called, String words, String left) {
        var person = new Person(new CommunityId("lm"), "r", Set.of(), Set.of(called), Set.of());

        assertThat(words.replaceAll(PersonalStatements.called(person), "**")).isEqualTo(left);
    }
}
