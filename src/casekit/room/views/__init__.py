"""What a person, the facilitator and the big screen are shown."""
