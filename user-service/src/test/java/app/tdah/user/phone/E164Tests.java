package app.tdah.user.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.tdah.defaults.web.InvalidField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class E164Tests {

  @ParameterizedTest
  @CsvSource({
    "+34612345678, +34612345678",
    "+34 612 34 56 78, +34612345678",
    "+1 (415) 555-2671, +14155552671",
    "+55 11 91234-5678, +5511912345678",
    "tel:+34612345678, +34612345678"
  })
  void readsWhatPeopleType(String typed, String expected) {
    assertThat(E164.parse(typed).value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "612345678",
        "+34",
        "+346123456789012",
        "+999123456789",
        "phone",
        "+1415555267 ext. 4"
      })
  void refusesWhatIsNoNumber(String typed) {
    assertThatThrownBy(() -> E164.parse(typed)).isInstanceOf(InvalidField.class);
  }
}
