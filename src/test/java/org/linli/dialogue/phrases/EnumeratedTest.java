package org.linli.dialogue.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnumeratedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1、3栋电梯坏了 2、5栋门口垃圾没人收|3栋电梯坏了 /5栋门口垃圾没人收",
                "1.3栋电梯坏了 2.5栋门口垃圾没人收|3栋电梯坏了 /5栋门口垃圾没人收",
                "1. 3栋电梯坏了 2. 路灯不亮|' 3栋电梯坏了 / 路灯不亮'",
                "1、电梯坏了2、垃圾没人收3、灯不亮|电梯坏了/垃圾没人收/灯不亮",
                "1：电梯坏了 2：灯不亮|电梯坏了 /灯不亮",
                "1，电梯坏了，2，灯不亮|电梯坏了，/灯不亮",
                "（1）电梯坏了（2）灯不亮|电梯坏了/灯不亮",
                "①电梯坏了②灯不亮|电梯坏了/灯不亮",
                "有两个问题：一、电梯坏了；二、灯不亮|有两个问题：电梯坏了；/灯不亮",
                "第一3栋电梯坏了，第二5栋垃圾没人收|3栋电梯坏了，/5栋垃圾没人收",
                "第一三栋的灯坏了第二五栋的电梯坏了|三栋的灯坏了/五栋的电梯坏了",
                "第一电梯坏了第二灯不亮|电梯坏了/灯不亮",
                "第一，电梯坏了，第二，灯不亮|电梯坏了，/灯不亮",
                "第一个问题是电梯坏了 第二个是灯不亮|电梯坏了 /灯不亮",
                "一是电梯坏了，二是灯不亮|电梯坏了，/灯不亮",
                "我反映两件事，一是电梯坏了二是灯不亮|我反映两件事，电梯坏了/灯不亮",
                "首先电梯坏了，其次灯不亮|电梯坏了，/灯不亮"
            })
    void whatIsNumberedIsTakenApart(String words, String items) {
        assertThat(Enumerated.of(words)).containsExactly(items.split("/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3栋2单元1、2号电梯都坏了",
                "1、2号电梯都坏了",
                "1栋、2栋、4栋楼道灯都不亮",
                "1、3栋停水了",
                "1、3栋，2、4栋都停水了",
                "1.5米宽的路 2.5米高的墙",
                "水费从1.2元涨到2.4元",
                "1.1停水 2.1来水",
                "1月5日停水2月3日停电",
                "第一单元和第二单元的灯都不亮",
                "第一台电梯坏了第二台也坏了",
                "第一次来人看了没修 第二次没人来",
                "1号楼1单元 2号楼2单元",
                "1、2、3栋都停水了",
                "3栋1单元2层灯坏了",
                "我是一楼的二楼漏水",
                "一来二去也没修好",
                "苹果1斤2元 香蕉2斤3元",
                "3栋电梯坏了"
            })
    void otherNumbersAreNoList(String words) {
        assertThat(Enumerated.of(words)).containsExactly(words);
    }
}
