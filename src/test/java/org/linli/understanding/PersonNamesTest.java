package org.linli.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "我叫王小梅住3栋2单元501|王小梅",
                "我是三单元的李建国|李建国",
                "姓名：欧阳娜娜 电话13800138000|欧阳娜娜",
                "本人张伟，住B座1203|张伟",
                "我叫买买提·艾力|买买提·艾力",
                "名字改成李红|李红",
                "王小梅 3栋2单元501|王小梅",
                "我是5号楼402的业主赵六|赵六",
                "叫我老周就行|老周",
                "我是业主|",
                "我是新搬来的|",
                "我是住3栋的|",
                "绑定3栋2单元501|",
                "你叫什么名字|",
                "漏水了 3栋2单元|",
                "我是本小区居民|"
            })
    void whoTheySayTheyAre(String said, String name) {
        assertThat(PersonNames.in(said)).isEqualTo(name);
    }
}
