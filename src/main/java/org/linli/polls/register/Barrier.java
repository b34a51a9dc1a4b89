package org.linli.polls.register;

/// Why somebody who lives there does not stand in a register. Stored by name, so never renamed; also a key of what
/// people are told.
public enum Barrier {
    /// 未核实: nobody has checked that they live there.
    NOT_VERIFIED,
    /// 不知道哪一户: of a household's voice, the flat has to be known.
    NO_ROOM,
    /// 不知道年龄
    AGE_UNKNOWN,
    /// 年龄未核实: said, and not seen by staff.
    AGE_UNSEEN,
    /// 年龄不够
    TOO_YOUNG,
    /// 不是业主
    NO_OWNER,
    /// 经核实没有资格: taken out by two people after they had voted.
    NOT_ENTITLED
}
